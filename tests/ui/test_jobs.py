from threading import Event, current_thread, main_thread

import pytest
from PySide6.QtWidgets import QWidget

from models.errors import Cancelled, UserError
from ui.widgets.jobs import Job
from ui.widgets.progress import Running
from ui.window.status_strip import StatusStrip


class Ends:
    """What a job emitted at its end, in order."""

    def __init__(self, job):
        self.list = []
        job.succeeded.connect(lambda result: self.list.append(("succeeded", result)))
        job.failed.connect(lambda error: self.list.append(("failed", type(error))))
        job.cancelled.connect(lambda: self.list.append(("cancelled", None)))


def ended(qtbot, job):
    ends = Ends(job)
    with qtbot.waitSignal(job._ended, timeout=5000):
        job.start()
    qtbot.waitUntil(lambda: ends.list != [], timeout=5000)
    return ends.list


def test_a_job_that_succeeds_says_so_once(qtbot):
    assert ended(qtbot, Job(lambda tick: 391)) == [("succeeded", 391)]


def test_a_job_works_off_the_main_thread(qtbot):
    [(_how, where)] = ended(qtbot, Job(lambda tick: current_thread()))
    assert where is not main_thread()


@pytest.mark.parametrize("error", [UserError, ZeroDivisionError, MemoryError, SystemExit])
def test_a_job_that_fails_says_so_once_whatever_it_was(qtbot, error):
    def work(tick):
        raise error()

    assert ended(qtbot, Job(work)) == [("failed", error)]


def test_a_cancelled_job_stops_at_its_next_tick(qtbot):
    begun, asked = Event(), Event()

    def work(tick):
        begun.set()
        asked.wait(5)
        tick(1, 2)

    job = Job(work)
    ends = Ends(job)
    job.start()
    assert begun.wait(5)
    job.cancel()
    asked.set()
    qtbot.waitUntil(lambda: ends.list == [("cancelled", None)], timeout=5000)


def test_work_may_cancel_itself(qtbot):
    def work(tick):
        raise Cancelled()

    assert ended(qtbot, Job(work)) == [("cancelled", None)]


def test_progress_arrives_in_order(qtbot):
    def work(tick):
        for done in range(1, 6):
            tick(done, 5)

    job, heard = Job(work), []
    job.progressed.connect(lambda done, total: heard.append((done, total)))
    ended(qtbot, job)
    assert heard == [(done, 5) for done in range(1, 6)]


def test_a_job_nobody_holds_is_finished_all_the_same(qtbot):
    heard = []

    def begin():
        job = Job(lambda tick: 7)
        job.succeeded.connect(heard.append)
        job.start()

    begin()
    qtbot.waitUntil(lambda: heard == [7], timeout=5000)


class Window(QWidget):
    refreshed = 0

    def refresh(self):
        self.refreshed += 1


def test_the_strip_shows_a_slow_job_and_can_cancel_it(qtbot):
    window, strip, go_on = Window(), StatusStrip(), Event()
    qtbot.addWidget(window)
    qtbot.addWidget(strip)
    strip.show()
    running = Running(strip, window)

    def work(tick):
        while not go_on.wait(0.01):
            tick(1, 3)

    running.start(Job(work), lambda result: None)
    qtbot.waitUntil(lambda: strip.bar.isVisible() and strip.done.text() == "1 / 3", timeout=5000)
    strip.stop.click()
    qtbot.waitUntil(lambda: window.refreshed == 1, timeout=5000)
    assert not strip.bar.isVisible() and running.job is None
