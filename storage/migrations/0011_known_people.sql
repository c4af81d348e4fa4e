-- Callers and helped neighbours, who never wrote: what is kept of them is emptied when its time is over.
CREATE INDEX people_known ON people (created_at) WHERE state = 'known';
