package io.noticepress.importer.recognise;

import io.noticepress.importer.account.CharLedger;
import io.noticepress.importer.account.Disposition;
import io.noticepress.importer.clean.DateParser;
import io.noticepress.importer.clean.LayoutRow;
import io.noticepress.importer.source.MappedText;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Removes what a web page adds to a document that is copied from it: breadcrumb, byline, buttons, footer, metadata table.
 *
 * <p>Some of it is recognised anywhere, some only next to boilerplate that is certain.
 *
 * <p>Example: {@code 首页 > 政务公开 > 文件}, {@code 来源：市政府 字体：大 中 小} and {@code 打印本页} are removed.
 */
final class WebBoilerplate {
    private static final String SEPARATORS = "[\\s\\u3000|｜【】\\[\\]]+";
    private static final Pattern CERTAIN_BOILERPLATE =
            Pattern.compile("字体[：:]?[大中小]?|字号[：:][大中小]?|打印(?:本页|此页|本文|页面)?|关闭(?:窗口|本页|此页|页面)?|打印/关闭"
                    + "|.{0,4}扫一扫(?:.*(?:手机|打开|当前|页面|关注|分享|微信|浏览).*)?|分享(?:到|至)?[：:]?.*"
                    + "|(?:浏览|点击|阅读|访问)(?:次数|量|数|率)?[：:]\\s*\\d*次?|[上下]一[篇条则][：:].*"
                    + "|(?:您?(?:当前|现在|所在)的?|您的)位置[：:].*|返回(?:顶部|首页|列表)|.*ICP备\\d+号.*|.*公网安备.*|网站标识码[：:].*"
                    + "|版权所有.*|Copyright.*|责任编辑[：:].*|网站地图|无障碍(?:浏览|阅读)?|长者(?:版|模式|助手)|加入收藏|设为首页|首页[>＞»›/].*");
    private static final Pattern BYLINE = Pattern.compile("(?:信息|文章|稿件)?来源[：:].*|(?:发布|更新|发表|刊发)(?:时间|日期)[：:].*");
    private static final Pattern DATE = Pattern.compile("\\d{4}[-/.年]\\d{1,2}[-/.月]\\d{1,2}日?");
    private static final Pattern LIKELY_BOILERPLATE =
            Pattern.compile(BYLINE + "|" + DATE + "|\\d{1,2}:\\d{2}(?::\\d{2})?"
                    + "|[大中小次+-]|T[大小]?|微信|新浪微博|腾讯微博|微博|QQ(?:空间|好友)?|朋友圈|复制链接|收藏|编辑[：:].*|作者[：:].*|审核[：:].*"
                    + "|主办(?:单位)?[：:].*|承办(?:单位)?[：:].*|技术支持[：:].*|联系我们|关于我们|网站声明|繁[體体]版?|English|登录|注册"
                    + "|相关(?:链接|阅读|稿件|文档|解读)[：:]?|.{2,12}网站?");
    private static final Pattern BREADCRUMB =
            Pattern.compile("首页(?:" + SEPARATORS + "\\S{2,8}){3,}|首页(?:[>＞»›\\s\\u3000]+\\S{2,20})+");
    private static final Pattern PUBLISHED =
            Pattern.compile("发布(?:时间|日期)[\\s\\u3000]*[：:][\\s\\u3000]*(?<date>" + DateParser.DATE_REGEX + ")");
    private static final int BREADCRUMB_ROWS = 6;
    private static final int HEAD_ROWS = 15;
    private static final int FOOT_ROWS = 6;

    private final RowCursor rows;
    private final CharLedger charLedger;
    private final RecognisedDocument document;

    WebBoilerplate(RowCursor rows, CharLedger charLedger, RecognisedDocument document) {
        this.rows = rows;
        this.charLedger = charLedger;
        this.document = document;
    }

    /** Removes the boilerplate from the rows. */
    void remove() {
        Set<Integer> found = new TreeSet<>(new WebMetadataTable(rows, document).tableRows());
        for (int i = 0; i < rows.size(); i++) {
            if (isCertain(i)) {
                found.add(i);
            }
            for (int above = 0; above < i && i < BREADCRUMB_ROWS && isBreadcrumb(plainText(rows.get(i))); above++) {
                found.add(above);
            }
        }
        for (int i : List.copyOf(found)) {
            addNeighbours(i, 1, found);
            addNeighbours(i, -1, found);
        }
        StringBuilder remainingText = new StringBuilder();
        for (int i = 0; i < rows.size(); i++) {
            if (!found.contains(i) && i <= 2 * HEAD_ROWS) {
                remainingText.append(rows.get(i).mappedText().withoutBlanks());
            }
        }
        for (int i = rows.size() - 1; i >= 0; i--) {
            if (found.contains(i)) {
                drop(i, remainingText.toString());
            }
        }
    }

    /** Adds the rows next to certain boilerplate as long as they are likely boilerplate. */
    private void addNeighbours(int from, int step, Set<Integer> found) {
        for (int i = from + step; i >= 0 && i < rows.size() && isLikely(rows.get(i)); i += step) {
            found.add(i);
        }
    }

    private boolean isCertain(int index) {
        LayoutRow layoutRow = rows.get(index);
        String text = plainText(layoutRow);
        if (layoutRow.isLong() || text.matches(".*[。；].*")) {
            return false;
        }
        List<String> pieces = pieces(text);
        boolean isAtEdge = index < HEAD_ROWS || index >= rows.size() - FOOT_ROWS;
        boolean hasCertainPiece = pieces.stream()
                .anyMatch(piece -> CERTAIN_BOILERPLATE.matcher(piece).matches());
        boolean isByline = isAtEdge
                && pieces.stream().anyMatch(piece -> BYLINE.matcher(piece).matches());
        return isBreadcrumb(text)
                || (hasCertainPiece || isByline) && pieces.stream().allMatch(WebBoilerplate::isPiece)
                || hasCertainPiece && text.matches("分享.*|.*(?:ICP备|公网安备|版权所有|Copyright).*|[上下]一[篇条则][：:].*");
    }

    /** Whether a text is a breadcrumb; all rows above it are boilerplate. */
    private static boolean isBreadcrumb(String text) {
        return BREADCRUMB.matcher(text).matches() || text.matches("您?(?:现|所|当前)?.{0,4}位置[：:].*");
    }

    private static boolean isLikely(LayoutRow layoutRow) {
        List<String> pieces = layoutRow.isLong() ? List.of() : pieces(plainText(layoutRow));
        boolean isDate = pieces.size() == 1 && DATE.matcher(pieces.get(0)).matches();
        return !pieces.isEmpty() && !isDate && pieces.stream().allMatch(WebBoilerplate::isPiece);
    }

    private static boolean isPiece(String piece) {
        return CERTAIN_BOILERPLATE.matcher(piece).matches()
                || LIKELY_BOILERPLATE.matcher(piece).matches();
    }

    private static List<String> pieces(String text) {
        return Arrays.stream(text.split(SEPARATORS))
                .filter(piece -> !piece.isEmpty())
                .toList();
    }

    /** The text of a row, with a blank between cells. */
    static String plainText(LayoutRow layoutRow) {
        return layoutRow.isTable()
                ? layoutRow.cells().stream().map(MappedText::text).collect(Collectors.joining(" "))
                : layoutRow.text().strip();
    }

    /** Drops a row, but keeps a title or number that is nowhere else; the date of publication becomes a field. */
    private void drop(int index, String remainingText) {
        LayoutRow layoutRow = rows.remove(index);
        List<MappedText> values = WebMetadataTable.titleAndNumber(layoutRow.mappedText());
        int from = 0;
        for (MappedText value : values) {
            if (!remainingText.contains(value.withoutBlanks())) {
                int valueStart = layoutRow.text().indexOf(value.text(), from);
                charLedger.assign(layoutRow.mappedText().sub(from, valueStart), Disposition.WEB_PAGE);
                rows.insert(index, LayoutRow.of(value, layoutRow));
                from = valueStart + value.length();
            }
        }
        Matcher published = PUBLISHED.matcher(layoutRow.text()).region(from, layoutRow.length());
        if (document.published.isEmpty() && published.find()) {
            document.published = DateParser.parse(published.group("date"));
            charLedger.assign(layoutRow.mappedText().sub(from, published.start("date")), Disposition.WEB_PAGE);
            charLedger.assign(
                    layoutRow.mappedText().sub(published.start("date"), published.end("date")), Disposition.DATE_FORM);
            from = published.end("date");
        }
        charLedger.assign(layoutRow.mappedText().sub(from), Disposition.WEB_PAGE);
    }
}
