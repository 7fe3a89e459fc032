"""The judge: literal definitions of what a table comes to, sharing no code with the methods."""

from detente.negotiation.verify.bargain import LiteralBargain, literal_bargain
from detente.negotiation.verify.check import DealsVerification, check_deals

__all__ = ["DealsVerification", "LiteralBargain", "check_deals", "literal_bargain"]
