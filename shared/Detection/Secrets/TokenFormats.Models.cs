namespace Sallyport.Detection.Secrets;

internal static partial class TokenFormats
{
    private static TokenFormat[] Models() =>
    [
        new("anthropic-key", "Anthropic", "sk-ant-api03-<b:95>", "sk-ant-admin01-<b:95>", "sk-ant-oat01-<b:80-120>", "sk-ant-ort01-<b:80-120>", "sk-ant-sid01-<b:80-120>"),
        new("openrouter-key", "OpenRouter", "sk-or-v1-<x:64>"),
        new("openai-key", "OpenAI", "sk-proj-<b:48-200>", "sk-svcacct-<b:48-200>", "sk-admin-<b:48-200>", "sk-None-<b:48-200>") { Holds = "T3BlbkFJ" },
        new("openai-legacy-key", "OpenAI", "sk-<a:20>T3BlbkFJ<a:20>", "sess-<a:40>"),
        new("model-provider-key", "a model provider", "sk-<x:32>", "sk-<a:48>", "sk-<a:51>") { Mixed = true, MinEntropy = 3.2, Confidence = 80 },
        new("hugging-face-token", "Hugging Face", "hf_<a:34>", "api_org_<a:34>") { MinEntropy = 3 },
        new("groq-key", "Groq", "gsk_<a:52>"),
        new("xai-key", "xAI", "xai-<a:80>"),
        new("replicate-token", "Replicate", "r8_<a:37>"),
        new("perplexity-key", "Perplexity", "pplx-<a:48>", "pplx-<a:56>"),
        new("nvidia-key", "NVIDIA", "nvapi-<b:64>"),
        new("cerebras-key", "Cerebras", "csk-<l:48>"),
        new("fireworks-key", "Fireworks", "fw_<a:24>") { Mixed = true, MinEntropy = 3.2 },
        new("langchain-key", "LangSmith", "lsv2_pt_<x:32>_<x:10>", "lsv2_sk_<x:32>_<x:10>", "ls__<x:32>"),
        new("pinecone-key", "Pinecone", "pcsk_<w:60-80>"),
        new("elevenlabs-key", "ElevenLabs", "sk_<x:48>"),
        new("voyage-key", "Voyage", "pa-<b:43>") { Mixed = true, MinEntropy = 4 },
        new("e2b-key", "E2B", "e2b_<x:40>"),
        new("tavily-key", "Tavily", "tvly-<b:32-48>"),
        new("together-key", "Together AI", "tgp_v1_<b:40-60>"),
        new("langfuse-key", "Langfuse", "sk-lf-<x:8>-<x:4>-<x:4>-<x:4>-<x:12>", "pk-lf-<x:8>-<x:4>-<x:4>-<x:4>-<x:12>"),
        new("jina-key", "Jina AI", "jina_<b:50-70>"),
        new("mem0-key", "Mem0", "m0-<a:40>"),
        new("firecrawl-key", "Firecrawl", "fc-<x:32>"),
        new("wandb-key", "Weights and Biases", "wandb_v1_<w:40-100>"),
    ];

    private static TokenFormat[] Packages() =>
    [
        new("npm-token", "npm", "npm_<a:36>") { Checksum = Checksums.Crc32Base62 },
        new("pypi-token", "PyPI", "pypi-AgEIcHlwaS5vcmc<b:50-1000>", "pypi-AgENdGVzdC5weXBpLm9yZw<b:50-1000>"),
        new("rubygems-key", "RubyGems", "rubygems_<x:48>"),
        new("nuget-key", "NuGet", "oy2<l:43>"),
        new("crates-token", "crates.io", "cio<a:32>") { Mixed = true, MinEntropy = 3.5 },
        new("clojars-token", "Clojars", "CLOJARS_<l:60>"),
        new("docker-hub-token", "Docker Hub", "dckr_pat_<b:20-40>", "dckr_oat_<b:20-40>"),
    ];
}
