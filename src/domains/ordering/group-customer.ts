import { type Customer, CustomerType } from '../customer/index.js';

/** Whether a customer is a group customer, whose orders are supervised: one of the enterprise customers (CUS-14, WFL-73). */
export const isGroupCustomer = ({ customerType }: Customer): boolean =>
  customerType === CustomerType.BIG || customerType === CustomerType.COMMERCIAL;
