package io.quantumleap.app.config;

import java.util.Optional;

/**
 * The language model that answers questions.
 *
 * @param baseUrl of an OpenAI-compatible endpoint
 * @param apiKey the key it asks for, if it asks for one
 * @param model the name of the model there
 */
public record ChatModelSettings(String baseUrl, Optional<Secret> apiKey, String model) {}
