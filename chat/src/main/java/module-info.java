/** The grounded conversation: turns, tools, the check of every figure, the built-in analyst. */
module io.quantumleap.chat {
    requires transitive io.quantumleap.core;
    requires static org.jspecify;

    exports io.quantumleap.chat.analysis;
    exports io.quantumleap.chat.analyst;
    exports io.quantumleap.chat.conversation;
    exports io.quantumleap.chat.conversation.port;
    exports io.quantumleap.chat.cost;
    exports io.quantumleap.chat.cost.port;
    exports io.quantumleap.chat.evidence;
    exports io.quantumleap.chat.grounding;
    exports io.quantumleap.chat.guardrail;
    exports io.quantumleap.chat.guardrail.port;
    exports io.quantumleap.chat.model;
    exports io.quantumleap.chat.model.port;
    exports io.quantumleap.chat.provider;
    exports io.quantumleap.chat.provider.port;
    exports io.quantumleap.chat.tool;
    exports io.quantumleap.chat.tool.port;
}
