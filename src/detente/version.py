"""The version of Détente."""

VERSION = "0.1.0"
