package io.noticepress.intake;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The table of particulars that the pages of governments have above a document: 索引号、主题分类、发文机关、成文日期. */
final class Particulars {
    private static final String BLANK = "[\\s\\u3000]*";
    private static final String NAMES = String.join(
            "|",
            List.of(
                            "信息索引号", "索引号", "主题分类", "主题词", "发文机关", "发布机构", "发布单位", "公开主体", "成文日期", "生成日期", "发文日期",
                            "公开日期", "发布日期", "发布时间", "标题", "信息名称", "名称", "发文字号", "文号", "有效性", "是否有效", "效力状态", "信息类别",
                            "公开方式", "公开形式", "公开范围", "公开时限", "体裁分类", "组配分类", "关键词", "服务对象分类")
                    .stream()
                    .map(name -> String.join(BLANK, name.split("")))
                    .toList());
    private static final Pattern LABEL = Pattern.compile("(?:" + NAMES + ")" + BLANK + "[：:]");
    /** A title or a number, up to the next label. */
    private static final Pattern VALUE =
            Pattern.compile("(?<label>标" + BLANK + "题|名" + BLANK + "称|文" + BLANK + "号|发" + BLANK + "文"
                    + BLANK + "字" + BLANK + "号)" + BLANK + "[：:]" + BLANK + "(?<value>.+?)" + BLANK + "(?=$|(?:" + NAMES
                    + ")" + BLANK
                    + "[：:])");

    private static final Pattern DATED = Pattern.compile("[成生发]" + BLANK + "[文成]" + BLANK + "日" + BLANK + "期" + BLANK
            + "[：:]" + BLANK + "(?<day>" + Days.PATTERN + ")");
    private static final int HEAD = 30;
    private static final int FEWEST = 3;

    private final Manuscript rows;
    private final Draft draft;

    Particulars(Manuscript rows, Draft draft) {
        this.rows = rows;
        this.draft = draft;
    }

    /** The rows of the table; none if there are fewer than three labels. Its day of issue is noted for a document that names none. */
    List<Integer> rows() {
        List<Integer> found = new ArrayList<>();
        Set<String> labels = new HashSet<>();
        for (int i = 0; i < Math.min(rows.size(), HEAD); i++) {
            Row row = rows.get(i);
            Matcher label = LABEL.matcher(row.isLong() ? "" : row.text());
            if (label.lookingAt()) {
                found.add(i);
                label.reset();
                label.results().forEach(each -> labels.add(each.group().replaceAll(BLANK, "")));
            }
        }
        if (labels.size() < FEWEST) {
            return List.of();
        }
        for (int i : found) {
            Matcher dated = DATED.matcher(rows.get(i).text());
            draft.dated = draft.dated.isEmpty() && dated.find() ? Days.read(dated.group("day")) : draft.dated;
        }
        draft.remark("来源是网页，页面信息表（索引号等）已略去，见账目", "The source is a web page; its table of particulars is left out.");
        return found;
    }

    /** Title and number in a row of the table. */
    static List<Strand> values(Strand row) {
        List<Strand> values = new ArrayList<>();
        Matcher value = VALUE.matcher(row.text());
        if (LABEL.matcher(row.text()).lookingAt()) {
            while (value.find()) {
                values.add(row.sub(value.start("value"), value.end("value")));
            }
        }
        return values;
    }
}
