"""The table asked of the standoff: would a package enforce itself."""

from detente.compliance.answer import enforced_deals
from detente.compliance.enforcement import Enforcement
from detente.compliance.result import EnforcedDeals
from detente.compliance.solve import self_enforcing

__all__ = ["EnforcedDeals", "Enforcement", "enforced_deals", "self_enforcing"]
