package io.quantumleap.adapters.persistence.market;

import io.quantumleap.adapters.persistence.TestDatabase;
import io.quantumleap.core.market.calendar.port.CalendarExceptions;
import io.quantumleap.core.market.calendar.port.CalendarExceptionsContract;
import io.quantumleap.core.shared.UnitOfWork;
import org.junit.jupiter.api.extension.RegisterExtension;

class JdbcCalendarExceptionsTest extends CalendarExceptionsContract {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @Override
    protected CalendarExceptions exceptions() {
        return new JdbcCalendarExceptions(DATABASE.unitOfWork());
    }

    @Override
    protected UnitOfWork work() {
        return DATABASE.unitOfWork();
    }
}
