"""Papers: documents that people are asked to say that they have read, and polls; both go out as broadcasts."""
