"""The service list (服务清单) from which the menu for residents (服务菜单) is printed."""

from models import lookup
from models.errors import Problem
from models.fields import Choice, Choices, Count, Day, Money, Notes, Text, YesNo
from models.records import Record
from resources.language import N_


class ServiceItem(Record):
    """One service the station or a partner offers (全团要讯 2018-3: 服务清单、服务菜单)."""

    title, plural, letters = N_("Service item"), N_("Service list"), "FWQ"
    shelf, searched = "needs", ("code", "name")
    signers = (N_("Written by:"), N_("Station lead:"), N_("Date:"))

    code = Text(N_("Code of the service"), limit=20, heading=N_("Service"), required=True, listed=True, upward=True,
                synonyms=("编码", "服务编码", "编号"))  # fmt: skip
    name = Text(
        N_("Name of the service"), limit=60, required=True, listed=True, upward=True, synonyms=("服务名称", "项目名称")
    )
    content_kind = Choice(
        N_("Heading of the list"), "service_content", required=True, listed=True, synonyms=("服务内容类别", "类别")
    )
    objects = Choices(N_("Whom it serves"), "client_class", required=True, listed=True, synonyms=("服务对象",))
    content = Text(N_("Content of service"), limit=300, required=True, synonyms=("服务内容",))
    modes = Choices(N_("Way of serving"), "service_mode", listed=True, synonyms=("服务方式",))
    unit = Text(N_("Unit of count"), limit=20, synonyms=("计量单位", "单位"))
    charge = Choice(N_("Charge"), "service_charge", listed=True, suggest="free", synonyms=("收费方式", "收费"))
    price = Money(
        N_("Price of one unit"), asked_if=lambda item: item.charge != "free", unit=N_("yuan"), synonyms=("价格",)
    )
    provider = Text(N_("Provider"), limit=100, listed=True, synonyms=("提供方", "服务提供者"))
    times = Text(N_("Times of service"), limit=100, heading=N_("How to get it"), synonyms=("服务时间",))
    place = Text(N_("Place"), limit=100, synonyms=("服务地点",))
    how = Text(N_("How to apply"), limit=200, synonyms=("办理方式", "预约方式"))
    phone = Text(N_("Telephone shown on the menu"), limit=30, synonyms=("预约电话", "咨询电话"))
    on_menu = YesNo(N_("Stands on the menu"), suggest="yes", listed=True, synonyms=("是否上菜单",))
    place_in_list = Count(N_("Place in the list"), most=10_000, synonyms=("清单序号", "排序"))
    since = Day(N_("Offered from"), may_be_future=True, synonyms=("起始日期",))
    until = Day(N_("Offered until"), may_be_future=True, synonyms=("截止日期",))
    note = Notes(N_("Remarks"), synonyms=("备注",))

    def conflicts(self):
        if lookup.has_twin(self, "code"):
            yield Problem("code", N_("Another service has this code."), blocks=False)
        if self.since and self.until and self.until < self.since:
            yield "until", N_("The service ends before it begins.")
        if self.charge in ("low", "paid") and self.price is None:
            yield Problem("price", N_("A service that is charged for has a price."), blocks=False)


def offered(day, *, menu=False) -> list[ServiceItem]:
    """What is offered on a day, in the order of the list; of these only what stands on the menu."""
    rows = ServiceItem.alive().where(ServiceItem.since.is_null() | (ServiceItem.since <= day))
    rows = rows.where(ServiceItem.until.is_null() | (ServiceItem.until >= day))
    rows = rows.where(ServiceItem.on_menu == "yes") if menu else rows
    return sorted(rows, key=lambda item: (item.place_in_list is None, item.place_in_list or 0, item.code or ""))
