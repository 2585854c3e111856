/** What may stand in each element of a web.xml that has children (WebRuleSet; the servlet specification's order is not asked for). */
export const webElements: Readonly<Record<string, readonly string[]>> = {
  '': ['web-app'],
  'web-app': words(`absolute-ordering context-param data-source default-context-path deny-uncovered-http-methods
    description display-name distributable ejb-local-ref ejb-ref env-entry error-page filter filter-mapping icon
    jsp-config listener locale-encoding-mapping-list login-config message-destination message-destination-ref
    mime-mapping module-name post-construct pre-destroy request-character-encoding resource-env-ref resource-ref
    response-character-encoding security-constraint security-role service-ref servlet servlet-mapping session-config
    taglib welcome-file-list`),
  'session-config': words('session-timeout cookie-config tracking-mode'),
  'cookie-config': words('name domain path comment http-only secure max-age attribute'),
  servlet: words(`servlet-name servlet-class jsp-file init-param load-on-startup async-supported enabled
    multipart-config run-as security-role-ref description display-name icon`),
  'servlet-mapping': words('servlet-name url-pattern'),
  filter: words('filter-name filter-class init-param async-supported description display-name icon'),
  'filter-mapping': words('filter-name url-pattern servlet-name dispatcher'),
  listener: words('listener-class description display-name icon'),
  'context-param': words('param-name param-value description'),
  'init-param': words('param-name param-value description'),
  'welcome-file-list': words('welcome-file'),
  'error-page': words('error-code exception-type location'),
  'mime-mapping': words('extension mime-type'),
  'security-constraint': words('display-name web-resource-collection auth-constraint user-data-constraint'),
  'login-config': words('auth-method realm-name form-login-config'),
  'resource-ref': words(`res-ref-name res-type res-auth res-sharing-scope description mapped-name injection-target
    lookup-name`),
};

/** Elements that change what the lab's webapps do. */
export const effectiveWebElements: ReadonlySet<string> = new Set(
  words(`web-app session-config session-timeout cookie-config name domain path http-only secure max-age distributable
    listener listener-class servlet servlet-name servlet-class servlet-mapping url-pattern`),
);

function words(text: string): string[] {
  return text.split(/\s+/);
}
