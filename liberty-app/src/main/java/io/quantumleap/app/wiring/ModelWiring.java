package io.quantumleap.app.wiring;

import io.quantumleap.adapters.persistence.JpaUnitOfWork;
import io.quantumleap.adapters.persistence.chat.JdbcCostLedger;
import io.quantumleap.adapters.persistence.chat.JdbcProviderKeys;
import io.quantumleap.adapters.persistence.security.MasterKey;
import io.quantumleap.adapters.rest.chat.AccountNames;
import io.quantumleap.adapters.rest.chat.model.BuiltInAnalystModel;
import io.quantumleap.adapters.rest.chat.model.MaskedModel;
import io.quantumleap.adapters.rest.chat.model.MeteredModel;
import io.quantumleap.adapters.rest.chat.model.ProviderEndpoint;
import io.quantumleap.adapters.rest.chat.model.ResilientProvider;
import io.quantumleap.adapters.rest.chat.model.RoutedModel;
import io.quantumleap.adapters.rest.chat.model.WireFormat;
import io.quantumleap.app.config.ChatSettings;
import io.quantumleap.app.config.Secret;
import io.quantumleap.app.config.ServerSettings;
import io.quantumleap.chat.analyst.BuiltInAnalyst;
import io.quantumleap.chat.cost.Meter;
import io.quantumleap.chat.cost.SetBudget;
import io.quantumleap.chat.cost.ViewCosts;
import io.quantumleap.chat.cost.port.CostLedger;
import io.quantumleap.chat.guardrail.port.KnownNames;
import io.quantumleap.chat.model.ModelTask;
import io.quantumleap.chat.model.port.ChatModel;
import io.quantumleap.chat.provider.OwnProviderKeys;
import io.quantumleap.chat.provider.port.ModelProvider;
import io.quantumleap.chat.provider.port.ProviderKeys;
import io.quantumleap.core.shared.IdGenerator;
import io.quantumleap.core.shared.UnitOfWork;
import io.quantumleap.security.account.port.Accounts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The language models: providers, routes, keys of users, costs. */
@ApplicationScoped
public class ModelWiring {

    private static final System.Logger LOG = System.getLogger(ModelWiring.class.getName());
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

    /** For the container. */
    public ModelWiring() {}

    /** The providers that are set. */
    record Providers(List<ModelProvider> all) {}

    /** The providers that are set, over connections that they share; requests and replies are never logged. */
    @Produces
    @Singleton
    Providers providers(ServerSettings settings, ChatThreads threads) {
        HttpClient connections = HttpClient.newBuilder()
                .connectTimeout(CONNECT_TIMEOUT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .executor(threads.receivers())
                .build();
        return new Providers(settings.chat().providers().stream()
                .<ModelProvider>map(one -> new ResilientProvider(endpoint(one), connections, threads.workers()))
                .toList());
    }

    private static ProviderEndpoint endpoint(ChatSettings.Provider provider) {
        boolean keyless =
                provider.format() == WireFormat.OPENAI && provider.apiKey().isEmpty() && !isOpenAi(provider.baseUrl());
        return new ProviderEndpoint(
                provider.format(),
                provider.baseUrl(),
                provider.apiKey().map(Secret::value).orElse(null),
                keyless,
                provider.model(),
                CONNECT_TIMEOUT,
                provider.timeout(),
                provider.longestReply(),
                provider.retries(),
                provider.concurrent());
    }

    private static boolean isOpenAi(String baseUrl) {
        String host = URI.create(baseUrl).getHost();
        return host != null && (host.equals("api.openai.com") || host.endsWith(".openai.azure.com"));
    }

    /** Where the account of model calls is kept. */
    @Produces
    @Singleton
    CostLedger costLedger(JpaUnitOfWork work) {
        return new JdbcCostLedger(work);
    }

    /** Keeping it. */
    @Produces
    @Singleton
    Meter meter(CostLedger ledger, ServerSettings settings, UnitOfWork work, Clock clock) {
        return new Meter(ledger, settings.chat().prices(), work, clock);
    }

    /** Showing it. */
    @Produces
    @Singleton
    ViewCosts viewCosts(CostLedger ledger, Meter meter, UnitOfWork work) {
        return new ViewCosts(ledger, meter, work);
    }

    /** Limiting it. */
    @Produces
    @Singleton
    SetBudget setBudget(CostLedger ledger, Meter meter, UnitOfWork work) {
        return new SetBudget(ledger, meter, work);
    }

    /** Where users' keys are kept. */
    @Produces
    @Singleton
    ProviderKeys providerKeys(JpaUnitOfWork work, MasterKey master) {
        return new JdbcProviderKeys(work, master);
    }

    /** Bringing and forgetting them. */
    @Produces
    @Singleton
    OwnProviderKeys ownProviderKeys(Providers providers, ProviderKeys keys, UnitOfWork work, Clock clock) {
        return new OwnProviderKeys(providers.all(), keys, work, clock);
    }

    /** Whose names no provider may see: that of the person who asks. */
    @Produces
    @Singleton
    KnownNames knownNames(Accounts accounts) {
        return new AccountNames(accounts);
    }

    /** Who is asked for what. */
    @Produces
    @Singleton
    RoutedModel routedModel(
            ServerSettings settings,
            Providers providers,
            ProviderKeys keys,
            Meter meter,
            KnownNames names,
            IdGenerator ids,
            Clock clock,
            ChatThreads threads) {
        Map<String, ChatModel> models = new HashMap<>();
        models.put(BuiltInAnalystModel.ID, new BuiltInAnalystModel(new BuiltInAnalyst(clock)));
        for (ModelProvider provider : providers.all()) {
            models.put(
                    provider.id(),
                    new MaskedModel(
                            new MeteredModel(provider, keys, meter, ids, threads.workers(), ModelWiring::unsettled),
                            names));
        }
        Map<ModelTask, List<RoutedModel.Stop>> routes = new EnumMap<>(ModelTask.class);
        settings.chat()
                .routes()
                .forEach((task, stops) -> routes.put(
                        task,
                        stops.stream()
                                .flatMap(name -> Stream.ofNullable(models.get(name))
                                        .map(model -> new RoutedModel.Stop(name, model)))
                                .toList()));
        return new RoutedModel(routes);
    }

    private static void unsettled(Throwable trouble) {
        LOG.log(
                System.Logger.Level.WARNING,
                "A model call could not be settled and will count with what was set aside: {0}",
                trouble.toString());
    }
}
