#!/usr/bin/env bash
# Makes the pictures of the README anew: the page of the sample company, in both languages. Needs Chromium on the path.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

browser=$(command -v chromium || command -v chromium-browser || command -v google-chrome)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

for language in en ja; do
    dotnet run -c Release --project src/Mirai.Cli -- diagnose samples/purchases.csv --out "$folder/$language" --lang "$language" --quiet >/dev/null
    "$browser" --headless --no-sandbox --hide-scrollbars --force-device-scale-factor=1 --window-size=1180,1120 --virtual-time-budget=5000 \
        --screenshot="docs/images/page.$language.png" "file://$folder/$language/diagnosis-2025-12-31.html"
done
