"""Errors a person can act on; any other exception is a defect."""


class UserError(Exception):
    """Something the person in front of the program can put right, said in one sentence."""


class InvalidInput(UserError):
    """A value breaks a rule of the field."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(message)
        self.field = field


class Cancelled(Exception):
    """The person asked for the running work to stop."""
