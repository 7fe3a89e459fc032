"""The figures that Détente promises, measured."""
