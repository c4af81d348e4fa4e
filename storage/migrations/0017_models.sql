-- What was trained from a pack's phrases, so that a start need not train again. No words of residents are in it.
CREATE TABLE models (
    name PLAIN_TEXT PRIMARY KEY,
    digest TEXT NOT NULL,
    body BYTES NOT NULL,
    trained_at BIGINT NOT NULL
);
