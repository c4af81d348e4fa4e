# The optional language model: only words of the knowledge base, with the entry named.
assist-answer = { $answer }
    (From: { $question } Put together by a program; the full answer counts.)
assist-whole = Full answer
assist-likely = Could it be this?
