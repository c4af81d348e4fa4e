"""Linli itself as a system of the bench: the real database, dispatch and intake, and Telegram's real parsing.

- As with the peers nothing is sent: messages are rows of the outbox in the turn's transaction.
- The demo pack is loaded. The people of the cast have joined, with name, door and phone, and the volunteers are in a
  team whose group is the cast's. Residents have no home on record, so that Linli asks for the place as the peers do;
  they answer in words, since Linli offers no button there. So the dialogue has the same number of turns for all.
- Flood control is set high: a resident of the bench types faster than a person.
"""
