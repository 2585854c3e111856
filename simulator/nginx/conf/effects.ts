/**
 * The directives that change what the lab's nginx does. All others are read and checked as nginx does,
 * and then change nothing here.
 */
export const EFFECTIVE: ReadonlySet<string> = new Set(
  `events http server location upstream include
absolute_redirect access_log add_header alias allow break client_max_body_size default_type deny error_log
error_page hash if index internal ip_hash keepalive keepalive_requests keepalive_timeout least_conn listen
log_format map merge_slashes msie_padding port_in_redirect proxy_buffer_size proxy_connect_timeout
proxy_cookie_path proxy_hide_header proxy_http_version proxy_ignore_client_abort proxy_intercept_errors
proxy_method proxy_next_upstream proxy_next_upstream_timeout proxy_next_upstream_tries proxy_pass
proxy_pass_header proxy_pass_request_headers proxy_read_timeout proxy_redirect proxy_set_header random
real_ip_header real_ip_recursive resolver return rewrite root server_name server_name_in_redirect
server_tokens set set_real_ip_from try_files types`.split(/\s+/),
);
