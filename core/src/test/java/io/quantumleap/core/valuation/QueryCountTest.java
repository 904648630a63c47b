package io.quantumleap.core.valuation;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumleap.core.market.port.PriceHistory;
import io.quantumleap.core.portfolio.port.Portfolios;
import io.quantumleap.core.portfolio.port.Transactions;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However much is held, a page view asks the stores a handful of questions. */
class QueryCountTest {

    private final List<String> questions = new ArrayList<>();

    private <T> T counted(Class<T> port, T store) {
        return port.cast(
                Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (proxy, method, given) -> {
                    questions.add(method.getName());
                    try {
                        return method.invoke(store, given);
                    } catch (InvocationTargetException failure) {
                        throw failure.getCause();
                    }
                }));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 25})
    void asksAsMuchForOneInstrumentAsForMany(int instruments) {
        Office office = new Office("EUR").price("2026-01-01 GBP/EUR 1.2");
        for (int i = 0; i < instruments; i++) {
            office.book(
                            "2026-01-02 buy S" + i + " 2 10 - - GBP",
                            "2026-01-05 transfer_in S" + i + " 1 - - - GBP",
                            "2026-01-06 sell S" + i + " 1 12 - - GBP")
                    .price("2026-01-02 S" + i + " 10 GBP");
        }
        Portfolios portfolios = counted(Portfolios.class, office.portfolios);
        Transactions transactions = counted(Transactions.class, office.transactions);
        PriceHistory prices = counted(PriceHistory.class, office.prices);

        Office.known(new ViewHoldings(portfolios, transactions, prices, Office.CLOCK)
                .view(office.user, office.portfolio.id(), null));
        assertThat(questions).containsExactly("find", "play", "latest", "series", "series");

        questions.clear();
        Office.known(new ValuePortfolio(portfolios, transactions, prices, Office.CLOCK)
                .daily(office.user, office.portfolio.id(), null, null));
        assertThat(questions).containsExactly("find", "play", "series", "series");

        questions.clear();
        new ValuePortfolio(portfolios, transactions, prices, Office.CLOCK).revision(office.user, office.portfolio.id());
        assertThat(questions).containsExactly("find", "revision");
    }
}
