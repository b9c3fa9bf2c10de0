"""What can be wrong with a command."""

from __future__ import annotations

from samenspraak.core.errors import SamenspraakError


class NoOutputFolder(SamenspraakError):
    """A folder that cannot be written to."""

    code = "E503"


class AddressTaken(SamenspraakError):
    """An address or port on which nothing can be started."""

    code = "E504"


class DatabaseBehind(SamenspraakError):
    """A database that was not brought up to date for this version."""

    code = "E505"


class NoDatabase(SamenspraakError):
    """A database that does not answer."""

    code = "E506"


class NoExample(SamenspraakError):
    """An example that is missing or not as example/README.md says."""

    code = "E507"


class NoPassword(SamenspraakError):
    """No password was given, or two different ones."""

    code = "E508"


class NoAgreementByThatNumber(SamenspraakError):
    """A number that is not one of an agreement."""

    code = "E509"


class QuestionIncomplete(SamenspraakError):
    """A question for figures without a year or without a file."""

    code = "E510"
