"""The rules of the figures, in the plainest loops: what a careful person with the cards would count."""

from datetime import date, timedelta

from tests.models.figures.invented import FIRST, TODAY

NEVER = date.max


class Naive:
    """The rules of the figures, in loops."""

    def __init__(self, world, month):
        year, number = map(int, month.split("-"))
        self.world, self.month = world, month
        self.start = date(year, number, 1)
        self.end = min(date(year, number + 1, 1) - timedelta(1), TODAY)

    def inside(self, day):
        return day is not None and self.start <= day <= self.end

    def of_month(self, table):
        return [row for row in self.world.own(table) if self.inside(row["day"])]

    def deleted(self, table):
        return {row["id"] for row in self.world.rows[table] if row["deleted"]}

    def values(self):
        found = {}
        for part in (
            self.base,
            self.visits,
            self.cases,
            self.groups,
            self.activities,
            self.volunteers,
            self.resources,
            self.referrals,
            self.affairs,
        ):
            found |= part()
        return found

    def on_file(self):
        people = self.world.own("person")
        return [p for p in people if p["since"] <= self.end and (p["ended"] or NEVER) > self.end]

    def base(self):
        staff = [
            s for s in self.world.own("staff")
            if s["role"] not in ("auditor", "supervisor") and s["post"] != "supervisor"
            and (s["hired"] or FIRST) <= self.end and (s["left"] or NEVER) > self.end
        ]  # fmt: skip
        alive = {home["id"] for home in self.world.rows["household"] if not home["deleted"]}
        first = {}
        for person in self.world.own("person"):
            first.setdefault(person["household"], []).append(person["since"])
        people = self.on_file()
        return {
            "1": len(staff),
            "2": sum(s["level"] in ("assistant", "worker", "senior") for s in staff),
            "3": len(people),
            "4": len({p["household"] for p in people} & alive),
            "5.1": sum(self.inside(min(days)) for home, days in first.items() if home in alive),
            "5.2": sum(self.inside(p["since"]) for p in self.world.own("person")),
        }

    def visits(self):
        visits = self.of_month("visit")
        home = [v for v in visits if v["way"] in ("door", "neighbours", "accompany", "institution")]
        elders = [p for p in self.on_file() if {"105", "108", "116"} & set(p["categories"])]
        seen = {person for v in visits for person in v["seen"]}
        problems = [v for v in visits if v["problem"]]
        return {
            "7": len({(v["day"], frozenset(v["visitors"]), v["village"]) for v in home}),
            "8": len(home),
            "9": len({v["household"] for v in home}),
            "10": len({person for v in home for person in v["seen"]}),
            "11": sum(v["way"] in ("phone", "video") for v in visits),
            "12": self.share(sum(p["id"] in seen for p in elders), len(elders)),
            "13": len(problems),
            "14": sum(v["solved"] == "yes" for v in problems),
        }

    @staticmethod
    def share(part, whole):
        return int(1000 * part / whole + 0.5) if whole else None

    def cases(self):
        cases = [c for c in self.world.own("case") if c["state"] in ("open", "closed", "follow", "archived")]
        left = {c["id"]: min(c["closed"] or NEVER, c["transferred"] or NEVER) for c in cases}
        leaving = [c for c in cases if self.inside(left[c["id"]])]
        closed = [c for c in leaving if left[c["id"]] != c["transferred"]]
        gone = self.deleted("case")
        sessions = [s for s in self.of_month("case_session") if s["case"] not in gone]
        return {
            "15": sum(c["opened"] < self.start <= left[c["id"]] for c in cases),
            "16": sum(self.inside(c["opened"]) for c in cases),
            "17": len(closed),
            "18": len(leaving) - len(closed),
            "19": sum(c["opened"] <= self.end < left[c["id"]] for c in cases),
            "20": len(sessions),
            "21": sum(s["minutes"] or 0 for s in sessions),
            "22": self.share(sum(c["reached"] in ("full", "most") for c in closed), len(closed)),
            "23": sum(c["crisis"] == "yes" and c["opened"] <= self.end and left[c["id"]] >= self.start for c in cases),
            "25": sum(c["result"] != "case" for c in self.of_month("consultation")),
        }

    def last_day(self, group):
        if group["ended"] or group["state"] not in ("ended", "stopped"):
            return group["ended"] or NEVER
        held = [s["day"] for s in self.world.rows["group_session"] if s["group"] == group["id"] and not s["deleted"]]
        return max(held, default=group["started"])

    def groups(self):
        groups = [g for g in self.world.own("group") if g["state"] != "planned"]
        gone = self.deleted("group")
        held = {s["id"]: s for s in self.of_month("group_session") if s["group"] not in gone}
        sheet = [a for a in self.world.rows["attendance"] if a["session"] in held and not a["deleted"]]
        came = [a for a in sheet if a["state"] != "absent"]
        people = {a["person"] or (held[a["session"]]["group"], a["name"]) for a in came}
        return {
            "26": sum(g["started"] <= self.end and self.last_day(g) >= self.start for g in groups),
            "27": sum(self.inside(g["started"]) for g in groups),
            "28": sum(self.inside(self.last_day(g)) for g in groups),
            "29": len(held),
            "30": len(came) + sum(s["unnamed"] or 0 for s in held.values()),
            "31": len(people),
            "32": self.share(len(came), len(sheet)),
        }

    def came_to(self, events):
        ids = {event["id"] for event in events}
        sheet = [a for a in self.world.rows["attendance"] if a["activity"] in ids and not a["deleted"]]
        return sum(a["state"] != "absent" for a in sheet) + sum(event["unnamed"] or 0 for event in events)

    def activities(self):
        held = self.of_month("activity")
        charity = [e for e in held if e["charity"] == "yes" or e["kind"] == "charity"]
        policy = [e for e in held if e["policy"] == "yes" or e["kind"] == "policy"]
        campaigns = [e for e in held if e["kind"] == "environment"]
        rounds = [r for r in self.of_month("publicity") if r["activity"] is None]
        return {
            "37.1": len(campaigns),
            "37.2": self.came_to(campaigns),
            "33": len(held),
            "34": self.came_to(held),
            "35.1": len(charity),
            "35.2": self.came_to(charity),
            "36.1": len(policy) + sum(r["sessions"] or 0 for r in rounds),
            "36.2": self.came_to(policy) + sum(r["audience"] or 0 for r in rounds),
            "36.3": sum(e["materials"] or 0 for e in policy) + sum(r["copies"] or 0 for r in rounds),
        }

    def volunteers(self):
        people = self.world.own("volunteer")
        shifts = [h for h in self.of_month("volunteer_hours") if h["state"] == "confirmed"]
        return {
            "39": sum(v["registered"] <= self.end and v["state"] != "left" for v in people),
            "40": sum(self.inside(v["registered"]) for v in people),
            "42": len({(h["day"], h["activity"]) for h in shifts}),
            "43": len({(h["day"], h["activity"], h["volunteer"]) for h in shifts}),
            "44": sum(h["minutes"] or 0 for h in shifts),
        } | self.volunteer_work()

    def volunteer_work(self):
        teams = [t for t in self.world.own("volunteer_team") if t["founded"] <= self.end]
        trainings = self.of_month("volunteer_training")
        return {
            "41": sum((t["dissolved"] or NEVER) > self.end for t in teams),
            "45.1": len(trainings),
            "45.2": sum(len(t["volunteers"]) + (t["unnamed"] or 0) for t in trainings),
            "46": sum(p["state"] == "issued" for p in self.of_month("volunteer_certificate")),
        }

    def resources(self):
        links = self.of_month("resource_link")
        worth = {kind: sum(one["value"] or 0 for one in links if one["kind"] == kind) for kind in ("goods", "money")}
        return {
            "47": len(self.of_month("need")),
            "48": sum(self.inside(need["matched_on"]) for need in self.world.own("need")),
            "49": len(links),
            "50": worth["goods"],
            "51": worth["money"],
            "52": sum(one["kind"] not in ("goods", "money") for one in links),
            "53.1": sum(one["people"] or 0 for one in links),
            "53.2": sum(one["families"] or 0 for one in links),
        }

    def referrals(self):
        slips, done = self.world.own("referral"), self.world.own("home_modification")
        taken_over = [one for one in done if one["state"] == "accepted" and self.inside(one["accepted_on"])]
        return {
            "24": sum(self.inside(one["reported_on"]) for one in self.world.own("mandatory_report")),
            "38": len({one["household"] for one in taken_over}),
            "54": sum(one["direction"] == "out" and self.inside(one["sent_on"]) for one in slips),
            "55": sum(one["direction"] == "in" and self.inside(one["day"]) for one in slips),
            "56": sum(one["state"] == "done" and self.inside(one["settled"]) for one in slips),
        }

    def affairs(self):
        found = {}
        for number, kind in (("57", "subsistence"), ("64", "enquiry")):
            tallies = [a for a in self.world.own("affair") if (a["month"], a["kind"]) == (self.month, kind)]
            for part, answer in (("1", "accepted"), ("3", "people")):
                counts = [a[answer] for a in tallies if a[answer] is not None]
                found[f"{number}.{part}"] = sum(counts) if counts else None
        return found
