package io.quantumleap.chat.tool;

/** What a tool call came to: figures, or a refusal that says what to do instead. */
public sealed interface ToolOutcome permits ToolResult, ToolRefusal {}
