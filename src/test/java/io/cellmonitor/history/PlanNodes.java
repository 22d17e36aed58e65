package io.cellmonitor.history;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The nodes of the last plan in a log of auto_explain that touches tables of what students did. */
final class PlanNodes {

    private static final Pattern NODE =
            Pattern.compile("(?m)^\\s*(?:->\\s+)?([A-Z][A-Za-z -]+?)(?: using (\\S+))?(?: on (\\S+).*?)?  \\(cost=");
    private static final Pattern PLAN = Pattern.compile("duration: [^\n]*plan:");

    private PlanNodes() {}

    /** Each kind of node once, with the number of partitions that it runs on when that is more than one. */
    static String of(String log) {
        String[] plans = PLAN.split(log);
        String plan = "";
        for (String candidate : plans) {
            plan = candidate.contains("learning_") ? candidate : plan;
        }
        Map<String, Integer> nodes = new LinkedHashMap<>();
        Matcher matcher = NODE.matcher(plan);
        while (matcher.find()) {
            nodes.merge(name(matcher), 1, Integer::sum);
        }
        return nodes.entrySet().stream()
                .map(node -> node.getKey() + (node.getValue() > 1 ? " x" + node.getValue() : ""))
                .collect(Collectors.joining("; "));
    }

    private static String name(Matcher node) {
        String table = node.group(3) == null ? node.group(2) : node.group(3);
        String index = node.group(2) == null || node.group(3) == null ? "" : " by " + withoutPartition(node.group(2));
        return node.group(1).strip() + (table == null ? "" : " " + withoutPartition(table)) + index;
    }

    private static String withoutPartition(String name) {
        return name.replaceAll("_\\d{4}_\\d{2}", "").replaceAll("events_\\d", "events");
    }
}
