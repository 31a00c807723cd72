// services/storefront/ingress.yaml of the sample as its conversion must leave it, to the byte.
export const convertedIngress = `# Public entry of the shop.
# Owner: web team. Ask in the platform channel before you change hosts.
apiVersion: networking.k8s.io/v1 # still the oldest of them all
kind: Ingress
metadata:
  name: storefront
  namespace: shop
  annotations:
    kubernetes.io/ingress.class: nginx
    nginx.ingress.kubernetes.io/proxy-body-size: 8m
spec:
  # everything that matches no rule ends at the maintenance page
  defaultBackend:
    service:
      name: maintenance
      port:
        number: 80
  tls:
    - hosts:
        - shop.example.com
        - "www.shop.example.com"
      secretName: shop-example-com-tls
  rules:
    - host: shop.example.com
      http:
        paths:
          # static files are cached by the CDN in front
          - path: /static
            pathType: ImplementationSpecific
            backend:
              service:
                name: storefront-static
                port:
                  number: 8081 # not the web port
          - path: /cart
            pathType: Prefix
            backend:
              service:
                name: 'cart'
                port:
                  name: "http"

          - path: /
            pathType: ImplementationSpecific
            backend:
              service:
                name: storefront
                port:
                  name: http
    - host: "www.shop.example.com"
      http:
        paths:
          - backend: { service: {name: storefront, port: {name: http}} } # path left out on purpose
            pathType: ImplementationSpecific
`;
