package io.quantumleap.chat.conversation;

import io.quantumleap.chat.conversation.port.Exchanges;
import io.quantumleap.core.shared.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Exchanges kept in memory. */
public final class FakeExchanges implements Exchanges {

    private final Map<ExchangeId, Exchange> all = new LinkedHashMap<>();
    private final Map<ExchangeId, Instant> ended = new LinkedHashMap<>();
    private final List<Numbered> events = new ArrayList<>();
    private final Set<ExchangeId> stopped = new HashSet<>();

    @Override
    public synchronized Opening open(Exchange wanted, Instant now) {
        for (Exchange other : List.copyOf(all.values())) {
            if (other.state() == Exchange.State.RUNNING && other.stateAt(now) == Exchange.State.FAILED) {
                fail(other.id(), now);
            }
        }
        Optional<Exchange> known = all.values().stream()
                .filter(other -> wanted.key().isPresent()
                        && other.owner().equals(wanted.owner())
                        && other.key().equals(wanted.key()))
                .findFirst();
        if (known.isPresent()) {
            return new Opening.Known(known.get());
        }
        boolean busy = all.values().stream()
                .anyMatch(other -> other.state() == Exchange.State.RUNNING
                        && other.conversation().equals(wanted.conversation()));
        if (busy) {
            return new Opening.Busy();
        }
        all.put(wanted.id(), wanted);
        return new Opening.Opened();
    }

    @Override
    public synchronized Optional<Exchange> find(UserId owner, ExchangeId id) {
        return Optional.ofNullable(all.get(id)).filter(found -> found.owner().equals(owner));
    }

    @Override
    public synchronized void keep(Collection<Numbered> more) {
        more.stream()
                .filter(one -> events.stream()
                        .noneMatch(other -> other.exchange().equals(one.exchange()) && other.number() == one.number()))
                .forEach(events::add);
    }

    @Override
    public synchronized List<Numbered> events(ExchangeId id, int after) {
        return events.stream()
                .filter(one -> one.exchange().equals(id) && one.number() > after)
                .sorted(Comparator.comparing(Numbered::number))
                .toList();
    }

    @Override
    public synchronized boolean finish(ExchangeId id, int answerPosition, List<String> suggestions, Instant now) {
        Exchange found = all.get(id);
        if (found == null || found.state() != Exchange.State.RUNNING) {
            return false;
        }
        all.put(
                id,
                new Exchange(
                        id,
                        found.owner(),
                        found.conversation(),
                        found.name(),
                        found.digest(),
                        Exchange.State.DONE,
                        found.leaseUntil(),
                        answerPosition,
                        suggestions));
        ended.put(id, now);
        return true;
    }

    @Override
    public synchronized void fail(ExchangeId id, Instant now) {
        Exchange found = all.get(id);
        if (found != null && found.state() == Exchange.State.RUNNING) {
            all.put(
                    id,
                    new Exchange(
                            id,
                            found.owner(),
                            found.conversation(),
                            null,
                            found.digest(),
                            Exchange.State.FAILED,
                            found.leaseUntil(),
                            0,
                            List.of()));
            ended.put(id, now);
        }
    }

    @Override
    public synchronized void requestStop(ExchangeId id) {
        stopped.add(id);
    }

    @Override
    public synchronized Set<ExchangeId> stopRequested(Collection<ExchangeId> running) {
        return running.stream()
                .filter(stopped::contains)
                .filter(id -> all.get(id).state() == Exchange.State.RUNNING)
                .collect(Collectors.toSet());
    }

    @Override
    public synchronized void forget(Instant eventsBefore, Instant exchangesBefore) {
        ended.forEach((id, at) -> {
            if (at.isBefore(eventsBefore)) {
                events.removeIf(event -> event.exchange().equals(id));
            }
            if (at.isBefore(exchangesBefore)) {
                all.remove(id);
            }
        });
    }
}
