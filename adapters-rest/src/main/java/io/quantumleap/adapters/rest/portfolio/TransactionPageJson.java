package io.quantumleap.adapters.rest.portfolio;

import io.quantumleap.adapters.rest.paging.PageParams;
import io.quantumleap.core.portfolio.Transaction;
import io.quantumleap.core.shared.CursorPage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One page of transactions as JSON. */
public record TransactionPageJson(
        List<TransactionJson> items, @Nullable String nextCursor) {

    static TransactionPageJson of(CursorPage<Transaction> page) {
        return new TransactionPageJson(page.map(TransactionJson::of).items(), PageParams.opaque(page.nextCursor()));
    }
}
