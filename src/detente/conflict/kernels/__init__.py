"""How stability is computed: a fast kernel on a grid, a general one on lists of moves, and SIM."""
