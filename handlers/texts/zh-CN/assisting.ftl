# 可选的语言模型：只用知识库里的话，注明出处。
assist-answer = { $answer }
    （根据：{ $question }。这句由程序整理，以原文为准。）
assist-whole = 看原文
assist-likely = 您说的会不会是这个？
