package io.quantumleap.adapters.rest.chat.model;

class GeminiWireTest extends WireContract {

    @Override
    WireFormat format() {
        return WireFormat.GEMINI;
    }

    @Override
    String authorization(String key) {
        return key;
    }
}
