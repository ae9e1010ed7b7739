package energy.registry.web.adapter.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import energy.registry.web.model.CertificateRow;
import energy.registry.web.model.Interval;
import energy.registry.web.model.RetirementLine;
import jakarta.ws.rs.ext.ContextResolver;
import jakarta.ws.rs.ext.Provider;

/** How values look as JSON: times as text, absent things left out, nothing unknown swallowed. */
@Provider
public class JsonFormat implements ContextResolver<ObjectMapper> {
    private final ObjectMapper mapper = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .addMixIn(CertificateRow.class, WithQuantity.class)
            .addMixIn(RetirementLine.class, WithQuantity.class)
            .addMixIn(Interval.class, WithQuantity.class)
            .build();

    @Override
    public ObjectMapper getContext(Class<?> type) {
        return mapper;
    }

    /** The quantity is computed, not stored; readers of JSON want it all the same. */
    interface WithQuantity {
        @JsonProperty
        long quantityWh();
    }
}
