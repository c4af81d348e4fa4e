"""The bench `understanding`: accuracy, time and memory of Linli beside what one would otherwise take, and its scale."""
