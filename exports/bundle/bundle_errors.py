"""What may be wrong with a bundle or a key file; verdict and code as in docs/bundle.md, section 7."""

from models.errors import UserError
from resources.language import N_


class BundleError(UserError):
    """Why a file was not taken in. Nothing was changed."""

    verdict = "refused"


class BadSize(BundleError):
    code = "S-101"
    sentence = N_(
        "This file is too short or too long to be a data bundle. "
        "Nothing was taken in; ask the sender to write it again."
    )


class NotABundle(BundleError):
    code = "S-102"
    sentence = N_("This file is not a data bundle, or its beginning is damaged. Nothing was taken in.")


class Damaged(BundleError):
    code = "S-103"
    sentence = N_("The bundle is incomplete or damaged. Nothing was taken in; ask the sender to write it again.")


class Altered(BundleError):
    code = "S-104"
    sentence = N_(
        "The bundle is damaged, cut short or was changed on the way. "
        "Nothing was taken in; ask the sender to write it again."
    )


class BadHeader(BundleError):
    code = "S-105"
    sentence = N_(
        "The bundle's label is not made as it should be ({what}). Nothing was taken in; tell the county this code."
    )


class WrongUnit(BundleError):
    code = "S-201"
    sentence = N_("The bundle says it comes from another station than its computer belongs to. Nothing was taken in.")


class NotForUs(BundleError):
    code = "S-202"
    sentence = N_("This bundle is meant for another station. Nothing was taken in.")


class NotSealedForUs(BundleError):
    code = "S-203"
    sentence = N_(
        "This bundle cannot be opened with the keys of this computer. "
        "Exchange key files again, then ask for a new bundle."
    )


class BadPlain(BundleError):
    code = "S-204"
    sentence = N_(
        "The contents of the bundle are not as large as it says. "
        "Nothing was taken in; ask the sender to write it again."
    )


class ForeignInside(BundleError):
    code = "S-205"
    sentence = N_(
        "The contents belong to another bundle: somebody put them together. Nothing was taken in; tell the county."
    )


class OtherContents(BundleError):
    code = "S-206"
    sentence = N_(
        "The contents do not fit the bundle's check sum. Nothing was taken in; ask the sender to write it again."
    )


class BadLine(BundleError):
    code = "S-207"
    sentence = N_(
        "Line {line} of the bundle is not made as it should be. Nothing was taken in; ask the sender to write it again."
    )


class BadAnswer(BundleError):
    code = "S-213"
    sentence = N_(
        "An answer in the bundle is not of its kind ({what}). "
        "Nothing was taken in; ask the sender to update and write again."
    )


class Parked(BundleError):
    """Not read, but kept: it may be read later."""

    verdict = "parked"


class UnknownSender(Parked):
    code = "S-301"
    sentence = N_(
        "This computer does not know the sender yet. "
        "The bundle is kept unread; trust the sender's key file and it is read then."
    )


class Newer(Parked):
    code = "S-302"
    sentence = N_(
        "A newer version of the program wrote this bundle. It is kept unread; update the program and it is read then."
    )


class Note(BundleError):
    """Taken, with something to know."""

    verdict = "taken"


class Gap(Note):
    code = "S-401"
    sentence = N_(
        "Taken in, but an earlier bundle is missing. Carry the receipt back; the next bundle brings what is missing."
    )


class CountsDiffer(Note):
    code = "S-402"
    sentence = N_(
        "Taken in, but the numbers of records differ. Carry the receipt back; the next bundle brings all of it again."
    )


class Fork(Note):
    code = "S-403"
    sentence = N_(
        "Taken in, but the sender's computer was restored from a back-up or copied. "
        "Nothing is lost; carry the receipt back and ask the station."
    )


class Own(BundleError):
    """Nothing new: what lies on the stick was written here."""

    verdict = "known"
    code = "S-404"
    sentence = N_("This computer wrote the bundle itself. Nothing was changed.")


class NoRoomToPark(BundleError):
    code = "S-303"
    sentence = N_("Too many bundles wait unread on this computer. This one was not kept; settle the others first.")


class BadKeyFile(UserError):
    code = "S-501"
    sentence = N_("“{name}” is not a key file, or it is damaged. Ask for it again.")


class OwnKeyFile(UserError):
    code = "S-502"
    sentence = N_("This is the key file of this computer itself. Give it to the other station, and take theirs.")


class NoParent(UserError):
    code = "S-503"
    sentence = N_("This station does not know its county yet. Take in the county's key file first.")


class KeyOfAnother(UserError):
    code = "S-504"
    sentence = N_("This key already belongs to {name}. Nothing was changed; tell the county.")


class NoReceipt(UserError):
    code = "S-505"
    sentence = N_("No bundle of {name} has been read yet, so there is nothing to acknowledge.")


class StickFull(UserError):
    code = "U-111"
    sentence = N_(
        "There is too little space on the stick: {need} MB are needed, {free} MB are free. Nothing was written."
    )


class StickDiffers(UserError):
    code = "U-112"
    sentence = N_(
        "What was written cannot be read back the same: the stick is faulty. Nothing is left on it; use another one."
    )
