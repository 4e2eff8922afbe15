"""What Schemathesis is told of Moi: each request comes from an address of its own, through a proxy that the office knows.

Limits count by address; all requests of one address would soon be answered by 429 alone. And what is passed on is never
taken for the office's own machine, so that no right comes from the loopback.
"""

from itertools import count

import schemathesis

# 10.0.0.0/8 has more addresses than a run has requests.
_numbers = count(1)


def whole(value):
    """400.0 is a whole number to JSON Schema; to Moi, as to most who read JSON, it is none."""
    if isinstance(value, dict):
        return {key: whole(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [whole(inner) for inner in value]
    return int(value) if isinstance(value, float) and value.is_integer() else value


@schemathesis.hook
def before_call(context, case, kwargs):
    if isinstance(case.body, (dict, list)):
        case.body = whole(case.body)
    number = next(_numbers)
    headers = case.headers if case.headers is not None else {}
    headers["X-Forwarded-For"] = f"10.{number >> 16 & 255}.{number >> 8 & 255}.{number & 255}"
    case.headers = headers
