"""How a network does: figures with the people behind them, counted when they are asked for and never stored.

One module a figure; `whole.py` puts them together. Definitions stand in the docstrings, with their sources:

- Weak ties: Granovetter, "The Strength of Weak Ties", American Journal of Sociology 78, 1973; that moderately weak
  ones move jobs most: Rajkumar et al., Science 377, 2022.
- Dormant ties, silent for three years or more: Levin, Walter and Murnighan, Organization Science 22, 2011.
- Effective number: Hill, "Diversity and Evenness", Ecology 54, 1973, of order 1: e to the power of Shannon's entropy.
"""
