"""Information: what a unit makes public under a topic, read in chat and on our pages, and sent to who subscribed."""
