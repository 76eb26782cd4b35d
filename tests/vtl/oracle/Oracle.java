// Reference oracle: Apache Velocity (1.7 or 2.4.1 according to the class path) driven by JSON lines.
// in : {"id":..,"t":template,"ctx":{..},"gobble":"bc","dir":dir-for-#parse, "aws":{"body":..,"params":{},"context":{},"stageVariables":{}}}
// out: {"id":..,"out":text} or {"id":..,"err":message}
import java.io.*; import java.util.*; import java.nio.charset.StandardCharsets;
import org.apache.velocity.*; import org.apache.velocity.app.*; import org.apache.velocity.context.*;
import org.apache.velocity.app.event.*;
import org.apache.velocity.runtime.resource.loader.StringResourceLoader;
import org.apache.velocity.runtime.resource.util.*;
import net.minidev.json.*; import net.minidev.json.parser.JSONParser;
import com.jayway.jsonpath.*;

public class Oracle {
  static boolean V2; 
  static Map<String,VelocityEngine> engines = new HashMap<>();
  static VelocityEngine engine(String gobble, String dir) throws Exception {
    String key = gobble + "|" + dir; VelocityEngine e = engines.get(key); if (e != null) return e;
    e = new VelocityEngine();
    e.setProperty("resource.loader", dir == null ? "string" : "string,file");
    e.setProperty("string.resource.loader.class", "org.apache.velocity.runtime.resource.loader.StringResourceLoader");
    e.setProperty("string.resource.loader.repository.name", "r" + key.hashCode());
    e.setProperty("string.resource.loader.repository.static", "true");
    if (dir != null) e.setProperty("file.resource.loader.path", dir);
    if (V2) { e.setProperty("space.gobbling", gobble); }
    else { e.setProperty("runtime.log.logsystem.class", "org.apache.velocity.runtime.log.NullLogChute");
           e.setProperty("velocimacro.library", ""); }
    e.setProperty("velocimacro.permissions.allow.inline.to.replace.global", "true");
    e.init(); engines.put(key, e); return e;
  }
  static Object plain(Object o) {            // JSON -> plain java collections
    if (o instanceof Map) { Map<String,Object> m = new LinkedHashMap<>(); for (Map.Entry<?,?> x : ((Map<?,?>)o).entrySet()) m.put((String)x.getKey(), plain(x.getValue())); return m; }
    if (o instanceof List) { List<Object> l = new ArrayList<>(); for (Object x : (List<?>)o) l.add(plain(x)); return l; }
    return o;
  }
  static int seq = 0;
  static Template compile(VelocityEngine e, String repo, String text) throws Exception {
    String name = "t" + (seq++);
    StringResourceRepository r = StringResourceLoader.getRepository(repo);
    if (r == null) { r = new StringResourceRepositoryImpl(); StringResourceLoader.setRepository(repo, r); }
    r.putStringResource(name, text, "UTF-8");
    return e.getTemplate(name, "UTF-8");
  }
  public static class Silent implements InvalidReferenceEventHandler {     // what AWS appears to do
    public Object invalidGetMethod(Context c, String ref, Object obj, String prop, org.apache.velocity.util.introspection.Info i) { return ""; }
    public boolean invalidSetMethod(Context c, String l, String r, org.apache.velocity.util.introspection.Info i) { return false; }
    public Object invalidMethod(Context c, String ref, Object obj, String m, org.apache.velocity.util.introspection.Info i) { return ""; }
  }
  static Configuration JP = Configuration.builder().options(Option.SUPPRESS_EXCEPTIONS).build();
  public static class Input {
    final String raw; final Map<String,Object> params;
    Input(String b, Map<String,Object> p) { raw = b == null || b.isEmpty() ? "{}" : b; params = p; }
    public String getBody() { return raw; }
    Object doc() { String s = raw.trim(); char c = s.isEmpty() ? 'x' : s.charAt(0);
      if (c=='{'||c=='['||c=='"'||c=='\'') return JP.jsonProvider().parse(raw); return raw; }
    public Object path(String p) { Object d = doc(); if (p.equals("$")) return d; return JsonPath.using(JP).parse(d).read(p); }
    public String json(String p) { Object o = path(p); if (o == null) o = ""; return JSONValue.toJSONString(o, JSONStyle.LT_COMPRESS); }
    public Map<String,Object> params() { return params; }
    public Object params(String n) { for (String k : new String[]{"path","querystring","header"}) { Object m = params.get(k); if (m instanceof Map && ((Map<?,?>)m).containsKey(n)) return ((Map<?,?>)m).get(n); } return ""; }
    public String toString() { return "{}"; }
  }
  public static class Util {
    public String escapeJavaScript(String s) { return org.apache.commons.lang.StringEscapeUtils.escapeJavaScript(s); }
    public Object parseJson(String s) { try { Object o = JP.jsonProvider().parse(s); return o instanceof Map || o instanceof List ? o : ""; } catch (Exception e) { return ""; } }
    public String urlEncode(String s) throws Exception { return java.net.URLEncoder.encode(s, "UTF-8"); }
    public String urlDecode(String s) throws Exception { return java.net.URLDecoder.decode(s, "UTF-8"); }
    public String base64Encode(String s) { return Base64.getEncoder().encodeToString(s.getBytes(StandardCharsets.UTF_8)); }
    public String base64Decode(String s) { return new String(Base64.getDecoder().decode(s), StandardCharsets.UTF_8); }
    public String toString() { return "{}"; }
  }
  @SuppressWarnings("unchecked")
  static VelocityContext ctx(Map<String,Object> q) throws Exception {
    VelocityContext c = new VelocityContext(); Object x = q.get("ctx");
    if (x instanceof Map) for (Map.Entry<String,Object> e : ((Map<String,Object>)plain(x)).entrySet()) c.put(e.getKey(), e.getValue());
    Object a = q.get("aws");
    if (a instanceof Map) { Map<String,Object> m = (Map<String,Object>)plain(a);
      Map<String,Object> p = new LinkedHashMap<>(); p.put("path", new LinkedHashMap<>()); p.put("querystring", new LinkedHashMap<>()); p.put("header", new LinkedHashMap<>());
      if (m.get("params") instanceof Map) p.putAll((Map<String,Object>)m.get("params"));
      c.put("input", new Input((String)m.get("body"), p)); c.put("util", new Util());
      c.put("context", m.get("context") == null ? new LinkedHashMap<>() : m.get("context"));
      c.put("stageVariables", m.get("stageVariables") == null ? new LinkedHashMap<>() : m.get("stageVariables"));
      EventCartridge ec = new EventCartridge(); ec.addEventHandler(new Silent()); ec.attachToContext(c);
    }
    return c;
  }
  @SuppressWarnings("unchecked")
  public static void main(String[] argv) throws Exception {
    V2 = argv.length > 0 && argv[0].equals("2");
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, "UTF-8"); System.setOut(new PrintStream(new ByteArrayOutputStream()));
    String line;
    while ((line = in.readLine()) != null) {
      Map<String,Object> q = (Map<String,Object>)new JSONParser(JSONParser.MODE_PERMISSIVE).parse(line);
      Map<String,Object> r = new LinkedHashMap<>(); r.put("id", q.get("id"));
      try {
        String g = q.get("gobble") == null ? "bc" : (String)q.get("gobble"); String dir = (String)q.get("dir");
        VelocityEngine e = engine(g, dir); String repo = "r" + (g + "|" + dir).hashCode();
        Template t = compile(e, repo, (String)q.get("t")); StringWriter w = new StringWriter();
        t.merge(ctx(q), w); r.put("out", w.toString());
      } catch (Throwable ex) { r.put("err", ex.getClass().getSimpleName() + ": " + ex.getMessage()); }
      out.println(JSONObject.toJSONString(r, JSONStyle.NO_COMPRESS));
    }
  }
}
