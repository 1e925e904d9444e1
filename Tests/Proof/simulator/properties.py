"""Reading a CloudFormation resource's properties so that none is left over unnoticed."""

import json


class StackFailure(Exception):
    """A resource that the service would refuse, or that the simulator does not apply. It fails the stack."""


class Properties:
    """The resolved properties of one resource. Whoever reads one takes it away; `finish` fails on what nobody took."""

    def __init__(self, values, path):
        if not isinstance(values, dict):
            raise StackFailure(f"{path}: expected an object, found {values!r}")
        self._values = dict(values)
        self._path = path

    def take(self, name, default=None):
        return self._values.pop(name, default)

    def require(self, name):
        if self._values.get(name) is None:
            raise StackFailure(f"{self._path}.{name}: required property is missing")
        return self._values.pop(name)

    def text(self, name, default=None):
        value = self.take(name, default)
        if value is default:
            return default
        if isinstance(value, bool):
            return "true" if value else "false"
        if isinstance(value, (int, float, str)):
            return str(value)
        raise StackFailure(f"{self._path}.{name}: expected a string, found {value!r}")

    def integer(self, name, default=None):
        value = self.take(name, default)
        return value if value is default else self._number(name, value, int)

    def number(self, name, default=None):
        value = self.take(name, default)
        return value if value is default else self._number(name, value, float)

    def boolean(self, name, default=None):
        value = self.take(name, default)
        if value is default or isinstance(value, bool):
            return value
        if value in ("true", "false"):
            return value == "true"
        raise StackFailure(f"{self._path}.{name}: expected a boolean, found {value!r}")

    def document(self, name, default=None):
        """A policy document as JSON text. CloudFormation takes an object; dates in it stay the text they were."""
        value = self.take(name, default)
        if value is default:
            return default
        return value if isinstance(value, str) else json.dumps(value, default=str)

    def nested(self, name):
        value = self.take(name)
        return None if value is None else Properties(value, f"{self._path}.{name}")

    def items(self, name):
        value = self.take(name, [])
        if not isinstance(value, list):
            raise StackFailure(f"{self._path}.{name}: expected a list, found {value!r}")
        return [Properties(entry, f"{self._path}.{name}[{index}]") for index, entry in enumerate(value)]

    def tags(self, name="Tags"):
        found = []
        for entry in self.items(name):
            found.append({"Key": entry.require("Key"), "Value": str(entry.require("Value"))})
            entry.finish()
        return found

    def finish(self):
        if self._values:
            left = ", ".join(sorted(self._values))
            raise StackFailure(f"{self._path}: the simulator does not apply the property {left}")

    def _number(self, name, value, kind):
        try:
            return kind(value)
        except (TypeError, ValueError):
            raise StackFailure(f"{self._path}.{name}: expected a number, found {value!r}") from None
