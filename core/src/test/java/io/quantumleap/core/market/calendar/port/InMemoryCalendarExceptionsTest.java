package io.quantumleap.core.market.calendar.port;

import io.quantumleap.core.shared.OneAtATime;
import io.quantumleap.core.shared.UnitOfWork;

class InMemoryCalendarExceptionsTest extends CalendarExceptionsContract {

    @Override
    protected CalendarExceptions exceptions() {
        return new InMemoryCalendarExceptions();
    }

    @Override
    protected UnitOfWork work() {
        return new OneAtATime();
    }
}
