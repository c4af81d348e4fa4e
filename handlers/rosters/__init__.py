"""Rosters: a station sends its people as a spreadsheet, sees what it would do, takes it over; or gets one."""
