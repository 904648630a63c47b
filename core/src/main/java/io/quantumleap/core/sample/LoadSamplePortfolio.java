package io.quantumleap.core.sample;

import io.quantumleap.core.market.ImportPrices;
import io.quantumleap.core.market.PriceImport;
import io.quantumleap.core.market.PriceRow;
import io.quantumleap.core.portfolio.ImportTransactions;
import io.quantumleap.core.portfolio.OpenPortfolio;
import io.quantumleap.core.portfolio.Portfolio;
import io.quantumleap.core.portfolio.PortfolioName;
import io.quantumleap.core.portfolio.TransactionImport;
import io.quantumleap.core.portfolio.TransactionRow;
import io.quantumleap.core.portfolio.port.Portfolios;
import io.quantumleap.core.shared.ConflictException;
import io.quantumleap.core.shared.UnitOfWork;
import io.quantumleap.core.shared.UserId;
import java.util.Currency;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/** Gives a user the synthetic sample portfolio with its prices. Safe for use by many threads. */
public final class LoadSamplePortfolio {

    private static final PortfolioName NAME = new PortfolioName("Sample portfolio (synthetic)");
    private static final Currency CURRENCY = Currency.getInstance("USD");
    private static final int FIRST_LINE = 2;

    private final Portfolios portfolios;
    private final OpenPortfolio openPortfolio;
    private final ImportPrices importPrices;
    private final ImportTransactions importTransactions;
    private final UnitOfWork work;

    /** Works through these use cases, in one unit of work. */
    public LoadSamplePortfolio(
            Portfolios portfolios,
            OpenPortfolio openPortfolio,
            ImportPrices importPrices,
            ImportTransactions importTransactions,
            UnitOfWork work) {
        this.portfolios = Objects.requireNonNull(portfolios, "portfolios");
        this.openPortfolio = Objects.requireNonNull(openPortfolio, "openPortfolio");
        this.importPrices = Objects.requireNonNull(importPrices, "importPrices");
        this.importTransactions = Objects.requireNonNull(importTransactions, "importTransactions");
        this.work = Objects.requireNonNull(work, "work");
    }

    /** The sample that the caller has, or else one that is made now: portfolio, prices and transactions, all or nothing. */
    public LoadedSample load(UserId caller) {
        try {
            return work.run(() -> present(caller).orElseGet(() -> new LoadedSample(make(caller), true)));
        } catch (ConflictException anotherRequestWasFaster) {
            return work.run(() -> present(caller).orElseThrow(() -> anotherRequestWasFaster));
        }
    }

    private Optional<LoadedSample> present(UserId caller) {
        return portfolios.sample(caller).map(portfolio -> new LoadedSample(portfolio, false));
    }

    private Portfolio make(UserId caller) {
        SampleData data = SampleData.simulated();
        Portfolio empty = openPortfolio.openSample(caller, NAME, CURRENCY);
        expectDone(importPrices.importRows(rows(data.prices(), PriceRow.Cells::new)));
        expectDone(importTransactions.importRows(
                caller, empty.id(), rows(data.transactions(), TransactionRow.Cells::new)));
        return portfolios.find(caller, empty.id()).orElseThrow();
    }

    private static <F, R> Iterator<R> rows(List<F> fields, BiFunction<Integer, F, R> row) {
        return IntStream.range(0, fields.size())
                .mapToObj(i -> row.apply(i + FIRST_LINE, fields.get(i)))
                .iterator();
    }

    private static void expectDone(PriceImport result) {
        if (result instanceof PriceImport.Refused refused) {
            throw new IllegalStateException("The sample prices were refused: " + refused.errors());
        }
    }

    private static void expectDone(TransactionImport result) {
        if (result instanceof TransactionImport.Refused refused) {
            throw new IllegalStateException("The sample transactions were refused: " + refused.errors());
        }
    }

    /**
     * What the caller has now.
     *
     * @param portfolio the sample portfolio
     * @param fresh whether it was made by this call
     */
    public record LoadedSample(Portfolio portfolio, boolean fresh) {}
}
