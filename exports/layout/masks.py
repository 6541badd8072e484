"""Numbers of people as lists and sign-in sheets show them: enough to tell two apart, not enough to misuse."""


def masked(number: str | None) -> str:
    """5199 **** **** **28 for papers, 139 **** 6620 for a telephone; the number of stars tells nothing."""
    number = number or ""
    if len(number) >= 15:
        return f"{number[:4]} **** **** **{number[-2:]}"
    if len(number) >= 11:
        return f"{number[:3]} **** {number[-4:]}"
    return number if len(number) < 4 else f"**** {number[-3:]}"
