"""Amounts in the capital figures of vouchers (大写金额), by the rules for filling in bills (支付结算办法 附一)."""

_DIGITS = "零壹贰叁肆伍陆柒捌玖"
_PLACES = ("", "拾", "佰", "仟")
_GROUPS = ("", "万", "亿", "万亿")


def capitals(fen: int) -> str:
    """Whole fen from 0 to under 10¹⁸ in capital figures: 1500000 is 壹万伍仟元整."""
    yuan, rest = divmod(fen, 100)
    jiao, cents = divmod(rest, 10)
    whole = _whole(yuan) + "元" if yuan else ""
    if not rest:
        return (whole or "零元") + "整"
    tail = f"{_DIGITS[jiao]}角" if jiao else "零" * bool(whole)
    return whole + tail + (f"{_DIGITS[cents]}分" if cents else "整")


def _whole(number):
    groups = []
    while number:
        number, group = divmod(number, 10_000)
        groups.append(group)
    said, gap = "", False
    for place in range(len(groups) - 1, -1, -1):
        group = groups[place]
        if group:
            said += "零" * bool(said and (gap or group < 1000)) + _group(group) + _GROUPS[place]
        gap = not group
    return said


def _group(number):
    """Four digits, zeros between others said once."""
    said, gap = "", False
    for place, digit in zip(range(3, -1, -1), f"{number:04}", strict=True):
        if digit == "0":
            gap = bool(said)
            continue
        said += "零" * gap + _DIGITS[int(digit)] + _PLACES[place]
        gap = False
    return said
