-- A chat of the web chat. Every change in it takes the next number while this row is locked, so that the numbers
-- become visible in their order and a reader that has seen one has seen all before it.
CREATE TABLE web_chats (
    chat TEXT PRIMARY KEY,
    last_change BIGINT NOT NULL,
    menu TEXT
);

-- What is shown. number: the place in the chat; changed: the number of the last change. author and client (the page's
-- own name for the message) are set where a person wrote it. A hidden one waits for its event to be committed.
CREATE TABLE web_messages (
    id ROW_ID,
    chat TEXT NOT NULL,
    number BIGINT NOT NULL,
    changed BIGINT NOT NULL,
    author TEXT,
    client TEXT,
    body_sealed BYTES NOT NULL,
    chosen BIGINT,
    edited BIGINT NOT NULL,
    hidden BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    UNIQUE (chat, author, client)
);
CREATE UNIQUE INDEX web_messages_in_order ON web_messages (chat, number);
CREATE INDEX web_messages_by_change ON web_messages (chat, changed);

-- Which files a chat shows: nobody else is given them.
CREATE TABLE web_media (
    message_id BIGINT NOT NULL REFERENCES web_messages (id),
    chat TEXT NOT NULL,
    digest TEXT NOT NULL,
    mime TEXT NOT NULL,
    PRIMARY KEY (message_id, digest)
);
CREATE INDEX web_media_by_chat ON web_media (chat, digest);
