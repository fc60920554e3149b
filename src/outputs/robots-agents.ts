/** Programs that read the web to train models, by the name that their owners publish for robots.txt. */
export const trainingAgents: readonly string[] = [
  ...['AI2Bot', 'Amazonbot', 'Applebot-Extended', 'Bytespider', 'CCBot', 'ClaudeBot', 'Diffbot'],
  ...['FacebookBot', 'Google-Extended', 'GPTBot', 'Meta-ExternalAgent', 'PanguBot'],
  ...['anthropic-ai', 'cohere-training-data-crawler', 'omgili'],
];

/** Programs that fetch pages to answer a question from them. */
export const inputAgents: readonly string[] = [
  ...['ChatGPT-User', 'Claude-SearchBot', 'Claude-User', 'DuckAssistBot'],
  ...['Google-CloudVertexBot', 'Meta-ExternalFetcher', 'MistralAI-User', 'OAI-SearchBot'],
  ...['Perplexity-User', 'PerplexityBot', 'YouBot'],
];
