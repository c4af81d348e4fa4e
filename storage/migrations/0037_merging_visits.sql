-- Two channels become one person: what they wrote down of visits, and what worries they raised or read, is found.
CREATE INDEX visit_records_by ON visit_records (recorded_by);
CREATE INDEX worries_by_raiser ON worries (raised_by) WHERE raised_by IS NOT NULL;
CREATE INDEX worries_by_reader ON worries (read_by) WHERE read_by IS NOT NULL;
