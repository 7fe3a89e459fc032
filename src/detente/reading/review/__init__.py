"""Review: a person decides about what was found; what is accepted goes into the dossier."""

from detente.reading.review.listing import ProposalList, accept_unseen, wanted
from detente.reading.review.precision import Precision, precision
from detente.reading.review.proposals import Proposal, Wanted, proposals
from detente.reading.review.session import Session
from detente.reading.review.writing import Written, write_accepted

__all__ = [
    "Precision",
    "Proposal",
    "ProposalList",
    "Session",
    "Wanted",
    "Written",
    "accept_unseen",
    "precision",
    "proposals",
    "wanted",
    "write_accepted",
]
