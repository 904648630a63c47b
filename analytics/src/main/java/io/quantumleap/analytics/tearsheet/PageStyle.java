package io.quantumleap.analytics.tearsheet;

/** How the page looks, on a screen, on a phone and on paper: two sheets of A4 for ten years of months. */
final class PageStyle {

    private PageStyle() {}

    static final String CSS = """
            :root{color-scheme:light;--ink:#1b2430;--soft:#566273;--line:#e3e7ec;--own:#1257a8;--other:#7a828c}
            *{box-sizing:border-box}
            body{font:14px/1.45 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;color:var(--ink);background:#fff;margin:0}
            main{max-width:1040px;margin:0 auto;padding:28px 24px}
            header{border-bottom:3px solid var(--own);padding-bottom:12px;margin-bottom:18px}
            h1{font-size:27px;line-height:1.2;margin:0;overflow-wrap:anywhere}
            .period{color:var(--soft);margin:4px 0 0}
            .headline{display:grid;grid-template-columns:repeat(5,1fr);gap:12px;margin:0 0 22px}
            .headline div{background:#f4f7fb;border-radius:6px;padding:10px 14px}
            .headline dt{color:var(--soft);font-size:12px;margin:0}
            .headline dd{margin:0;font-variant-numeric:tabular-nums}
            .headline dd.figure{font-size:23px;font-weight:600;white-space:nowrap}
            .headline dd.versus{font-size:12px;color:var(--soft)}
            .measures{display:grid;grid-template-columns:repeat(auto-fit,minmax(215px,1fr));gap:22px;margin:22px 0;align-items:start}
            table{border-collapse:collapse;width:100%}
            caption,figcaption{font-weight:600;text-align:left;padding:4px 0}
            th,td{padding:3px 0;border-bottom:1px solid var(--line);font-variant-numeric:tabular-nums}
            th{text-align:left;font-weight:400}
            td{text-align:right;white-space:nowrap;padding-left:8px}
            thead th{text-align:right;color:var(--soft);padding-left:8px}
            thead th:first-child,.wide td:first-child{text-align:left;padding-left:0}
            .scroll{overflow-x:auto;margin:22px 0}
            figure{margin:22px 0;break-inside:avoid}
            .key{font-weight:400;color:var(--soft);margin-left:16px;white-space:nowrap}
            .key::before{content:"";display:inline-block;width:20px;margin-right:6px;vertical-align:middle;border-top:2px solid var(--own)}
            .key.bench::before{border-top:2px dashed var(--other)}
            svg{display:block;width:100%;height:auto}
            .grid{stroke:var(--line)}
            .zero{stroke:#9aa3ae}
            .tick{font-size:10.5px;fill:var(--soft)}
            .own{fill:none;stroke:var(--own);stroke-width:1.5;stroke-linejoin:round}
            .other{fill:none;stroke:var(--other);stroke-width:1.3;stroke-dasharray:5 3}
            .under{fill:#d9534f33;stroke:#b3302b;stroke-width:1}
            .gain{fill:#2e7d4f}
            .loss{fill:#b3302b}
            .months td{font-size:12px;padding:4px 5px}
            .months td:last-child{border-left:2px solid #fff;font-weight:600}
            .g1{background:#edf6f0}.g2{background:#d6ecdd}.g3{background:#b9dfc6}.g4{background:#98cfab}.g5{background:#74bd8d}
            .l1{background:#fbeeed}.l2{background:#f5d8d6}.l3{background:#efbdba}.l4{background:#e69f9b}.l5{background:#dd807b}
            .pair{display:grid;grid-template-columns:3fr 2fr;gap:0 28px;align-items:start}
            .pair .scroll:only-child{grid-column:1/-1}
            .conventions{color:var(--soft);font-size:12px;border-top:1px solid var(--line);padding-top:10px}
            abbr{color:#6b7480;text-decoration:none}
            @media(max-width:700px){main{padding:16px}.headline{grid-template-columns:1fr 1fr}.pair{grid-template-columns:1fr}.tick{font-size:17px}}
            @media print{
            @page{size:A4;margin:13mm}
            body{font-size:10.5px;line-height:1.35}
            main{max-width:none;padding:0}
            h1{font-size:21px}
            *{print-color-adjust:exact;-webkit-print-color-adjust:exact}
            .headline{grid-template-columns:repeat(5,1fr);margin-bottom:12px}
            .headline div{padding:6px 10px}
            .headline dd.figure{font-size:17px}
            .headline dt,.headline dd.versus,.months td,.conventions{font-size:9.5px}
            .measures{grid-template-columns:repeat(4,1fr);gap:16px;margin:12px 0}
            .measures th,.measures td{padding:1.5px 0}
            .pair{grid-template-columns:3fr 2fr}
            figure,.scroll{margin:12px 0}
            .tick{font-size:9.5px}
            table,figure,.headline{break-inside:avoid}
            thead{display:table-header-group}
            }
            """;
}
