import { PaymentLoading } from '../../../../features/payments/payment-loading.tsx'

export default function Loading() {
  return <PaymentLoading />
}
