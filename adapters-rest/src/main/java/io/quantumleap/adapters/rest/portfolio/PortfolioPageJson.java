package io.quantumleap.adapters.rest.portfolio;

import io.quantumleap.adapters.rest.paging.PageParams;
import io.quantumleap.core.portfolio.Portfolio;
import io.quantumleap.core.shared.CursorPage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One page of portfolios as JSON. */
public record PortfolioPageJson(
        List<PortfolioJson> items, @Nullable String nextCursor) {

    static PortfolioPageJson of(CursorPage<Portfolio> page) {
        return new PortfolioPageJson(page.map(PortfolioJson::of).items(), PageParams.opaque(page.nextCursor()));
    }
}
