"""Why a whole file is not taken in. Nothing has been written when one of these is raised."""

from models.errors import UserError
from resources.language import N_


class NotAWorkbook(UserError):
    code = "L-101"
    sentence = N_(
        "“{name}” is not a workbook. Open it in WPS or Excel, choose “Save as”, kind .xlsx, and take that file in. "
        "Nothing was changed."
    )


class Encrypted(UserError):
    code = "L-102"
    sentence = N_(
        "“{name}” is protected by a password. Open it in WPS or Excel, take the password off (File, Protect), save it, "
        "and try again. Nothing was changed."
    )


class TooLarge(UserError):
    code = "L-103"
    sentence = N_(
        "“{name}” is too large: at most 20 MB, 20 sheets, 50,000 rows and 200 columns. Divide it into smaller files. "
        "Nothing was changed."
    )


class Bomb(UserError):
    code = "L-104"
    sentence = N_(
        "“{name}” would swell to a giant when unpacked, as harmful files do. It was not opened. Ask whoever gave it "
        "for a fresh copy. Nothing was changed."
    )


class Empty(UserError):
    code = "L-105"
    sentence = N_("There is nothing in “{name}”. Is it the right file? Nothing was changed.")


class Damaged(UserError):
    code = "L-106"
    sentence = N_(
        "“{name}” is damaged and cannot be read. Copy it again, or open and save it in WPS or Excel. "
        "Nothing was changed."
    )


class TooSlow(UserError):
    code = "L-107"
    sentence = N_(
        "Reading “{name}” took more than a minute and was stopped. Divide it into smaller files. Nothing was changed."
    )


class OtherFormat(UserError):
    code = "L-108"
    sentence = N_(
        "“{name}” is of a kind that cannot be read here. Open it in WPS or Excel, choose “Save as”, kind .xlsx, and "
        "take that file in. Nothing was changed."
    )


class Macros(UserError):
    code = "L-109"
    sentence = N_(
        "There are macros in “{name}”, and macros may do harm. Save it as .xlsx without them and take that file in. "
        "Nothing was changed."
    )


class NoHeading(UserError):
    code = "L-110"
    sentence = N_(
        "No heading row with a name column was found in “{name}”. The headings should stand in one row, such as "
        "姓名, 身份证号码, 出生年月. Nothing was changed."
    )


class NoOneThere(UserError):
    code = "L-111"
    sentence = N_("There is a heading in “{name}” but no row under it. Nothing was changed.")


class SeveralKinds(UserError):
    code = "L-112"
    sentence = N_("The sheets of “{name}” hold different ledgers. Keep each in a file of its own. Nothing was changed.")


BY_CODE = {
    refusal.code: refusal
    for refusal in (NotAWorkbook, Encrypted, TooLarge, Bomb, Empty, Damaged, TooSlow, OtherFormat, Macros)
}
