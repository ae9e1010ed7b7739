package energy.registry.web.application.office;

import energy.registry.web.model.Actor;
import energy.registry.web.model.Role;
import energy.registry.web.model.office.Act;
import energy.registry.web.model.office.Field;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

/** An act's answers as the body of its command. A name with a dot goes inside the object before the dot. */
final class ActCommand {
    private static final Duration YEAR = Duration.ofDays(365);

    private final Act act;
    private final ActTarget target;
    private final Clock clock;

    /** What the act is done to; {@code device} and {@code meter} are empty where the subject is no device. */
    record ActTarget(String subject, String device, String meter, String account, Map<String, Object> record) {}

    ActCommand(Act act, ActTarget target, Clock clock) {
        this.act = act;
        this.target = target;
        this.clock = clock;
    }

    Map<String, Object> body(Actor actor, String requestId, Map<String, String> values) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("requestId", requestId);
        body.put("actor", actor.user());
        body.put("reason", values.get("reason").strip());
        act.constants().forEach((name, value) -> put(body, name, constant(actor, value)));
        for (Field field : act.fields()) {
            String typed = values.getOrDefault(field.name(), "").strip();
            if (!typed.isEmpty() && !field.name().equals("reason")) {
                answer(body, field, typed);
            }
        }
        return body;
    }

    private Object constant(Actor actor, Object value) {
        return switch (String.valueOf(value)) {
            case ActBook.IN_A_YEAR ->
                clock.instant().plus(YEAR).truncatedTo(ChronoUnit.SECONDS).toString();
            case ActBook.BY -> actor.is(Role.REGULATOR) ? "REGULATOR" : "ISSUING_BODY";
            case ActBook.WHOLE_DEVICE -> new LinkedHashMap<>(target.record());
            case ActBook.RECORDED_KEY -> String.valueOf(target.record().getOrDefault("meterKey", ""));
            default -> value instanceof String text ? filled(text) : value;
        };
    }

    /** The text with what stands for the target replaced. */
    private String filled(String text) {
        return text.replace("{subject}", target.subject())
                .replace("{device}", target.device())
                .replace("{meter}", target.meter())
                .replace("{account}", target.account());
    }

    private static void answer(Map<String, Object> body, Field field, String typed) {
        switch (field.kind()) {
            case TICK -> {} // asked for the person's word only
            case WHOLE -> put(body, field.name(), Long.parseLong(typed));
            case MONEY ->
                put(body, field.name(), new BigDecimal(typed).movePointRight(2).longValueExact());
            case TIME -> put(body, field.name(), time(typed).toString());
            case KEY -> put(body, field.name(), PublicKeys.read(typed).orElseThrow());
            default -> put(body, field.name(), typed);
        }
    }

    private static Instant time(String typed) {
        return FormCheck.time(typed).orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private static void put(Map<String, Object> body, String name, Object value) {
        int dot = name.indexOf('.');
        if (dot < 0) {
            body.put(name, value);
        } else {
            Object inner = body.computeIfAbsent(name.substring(0, dot), key -> new LinkedHashMap<String, Object>());
            ((Map<String, Object>) inner).put(name.substring(dot + 1), value);
        }
    }
}
