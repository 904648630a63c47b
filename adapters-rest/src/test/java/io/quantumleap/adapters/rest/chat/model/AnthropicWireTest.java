package io.quantumleap.adapters.rest.chat.model;

class AnthropicWireTest extends WireContract {

    @Override
    WireFormat format() {
        return WireFormat.ANTHROPIC;
    }

    @Override
    String authorization(String key) {
        return key;
    }
}
